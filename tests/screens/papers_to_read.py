"""A page and a photograph, made here, to be read in the window."""

from __future__ import annotations

import io

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter


def a_page() -> bytes:
    """Return a PDF of three pages."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=1)
    for number in range(1, 4):
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawString(72, 760, f"Livret 2 - partie {number}")
        canvas.setFont("Helvetica", 11)
        for line in range(30):
            canvas.drawString(72, 720 - 20 * line, "Mon parcours dans la production de films " * 2)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def a_photograph() -> bytes:
    """Return a PNG that could be a card laid on a table."""
    image = QImage(900, 560, QImage.Format.Format_RGB32)
    image.fill(QColor("#C9B79C"))
    painter = QPainter(image)
    painter.fillRect(QRect(120, 90, 660, 380), QColor("#E8EEF5"))
    painter.fillRect(QRect(160, 160, 170, 220), QColor("#8FA3B8"))
    painter.setPen(QColor("#33475B"))
    painter.drawText(QRect(370, 150, 380, 60), Qt.AlignmentFlag.AlignLeft, "SPÉCIMEN")
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(content.data())
