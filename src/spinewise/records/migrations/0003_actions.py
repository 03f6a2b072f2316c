"""What was done in sessions and ticked in weeks: each key of a person once."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    """Actions."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("records", "0002_events_and_days"),
    ]

    operations: ClassVar[list[Operation]] = [
        migrations.CreateModel(
            name="ActionRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField()),
                ("day", models.DateField()),
                ("kind", models.CharField(max_length=20)),
                ("body", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="actions", to="records.person"),
                ),
            ],
            options={
                "ordering": ("at", "pk"),
                "constraints": [models.UniqueConstraint(fields=("person", "key"), name="one_action_for_each_key")],
            },
        ),
    ]
