"""What all tests share."""

from hypothesis import settings

settings.register_profile("spinewise", deadline=None, derandomize=True)
settings.load_profile("spinewise")
