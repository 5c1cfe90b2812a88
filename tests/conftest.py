"""Settings for all tests: no test fails for want of speed."""

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")
