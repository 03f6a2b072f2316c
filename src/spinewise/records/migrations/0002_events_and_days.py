"""Events that decide how soon somebody should be seen, and the number of each day."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    """Events and days."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("records", "0001_first"),
    ]

    operations: ClassVar[list[Operation]] = [
        migrations.CreateModel(
            name="DayRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("pain", models.PositiveSmallIntegerField()),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="days", to="records.person"),
                ),
            ],
            options={
                "ordering": ("day",),
                "constraints": [models.UniqueConstraint(fields=("person", "day"), name="one_number_for_each_day")],
            },
        ),
        migrations.CreateModel(
            name="EventRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=20)),
                ("day", models.DateField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("body", models.JSONField(default=dict)),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="events", to="records.person"),
                ),
            ],
            options={
                "ordering": ("number",),
                "constraints": [models.UniqueConstraint(fields=("person", "number"), name="one_event_for_each_number")],
            },
        ),
    ]
