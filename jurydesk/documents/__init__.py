"""The papers: content in, bytes of a PDF out."""
