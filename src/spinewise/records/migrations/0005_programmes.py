"""Since when somebody has been in a phase of their programmes."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    """Programmes."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("records", "0004_marked_days_and_feeds"),
    ]

    operations: ClassVar[list[Operation]] = [
        migrations.CreateModel(
            name="ProgrammeRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.JSONField(default=dict)),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="programmes", to="records.person"
                    ),
                ),
            ],
        ),
    ]
