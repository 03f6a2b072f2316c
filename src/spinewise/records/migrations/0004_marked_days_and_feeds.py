"""Bad days and days away, and the private address of a calendar."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    """Marked days and feeds."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("records", "0003_actions"),
    ]

    operations: ClassVar[list[Operation]] = [
        migrations.CreateModel(
            name="MarkedDayRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("kind", models.CharField(max_length=10)),
                ("body", models.JSONField(default=dict)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="marked_days", to="records.person"
                    ),
                ),
            ],
            options={
                "ordering": ("day", "kind"),
                "constraints": [
                    models.UniqueConstraint(fields=("person", "day", "kind"), name="one_mark_of_a_kind_for_each_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.CharField(max_length=64, unique=True)),
                ("names", models.BooleanField(default=False)),
                ("alarm_min", models.PositiveSmallIntegerField(null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "person",
                    models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="feed", to="records.person"),
                ),
            ],
        ),
    ]
