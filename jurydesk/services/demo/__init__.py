"""A demonstration with people made up for it: three sessions, from the rosters to the minutes."""

from jurydesk.services.demo.people import REPRESENTATIVE
from jurydesk.services.demo.show import BEGINS, DemoReport, fill, show

__all__ = ["BEGINS", "REPRESENTATIVE", "DemoReport", "fill", "show"]
