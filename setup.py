"""Ships the top-level resources/ as jurydesk.resources; everything else is in pyproject.toml."""

from setuptools import find_namespace_packages, find_packages, setup

RESOURCES = "jurydesk.resources"
shipped = find_namespace_packages("resources", exclude=["screenshots"])  # those are for the README
folders = [RESOURCES, *(f"{RESOURCES}.{name}" for name in shipped)]

setup(
    packages=[*find_packages(include=["jurydesk", "jurydesk.*"]), *folders],
    package_dir={RESOURCES: "resources"},
    package_data={folder: ["*"] for folder in folders},
)
