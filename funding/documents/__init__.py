"""What is handed over as a file of its own: the audit workbook."""
