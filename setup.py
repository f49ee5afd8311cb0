"""Ships the top-level resources/ as jurydesk.resources; everything else is in pyproject.toml."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["jurydesk", "jurydesk.*"]), "jurydesk.resources"],
    package_dir={"jurydesk.resources": "resources"},
)
