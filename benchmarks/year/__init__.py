"""Made-up people live a year of weeks: is each week safe, each dose within its rules, each phase left in time?

The checks are plain loops of their own over the knowledge base.
"""
