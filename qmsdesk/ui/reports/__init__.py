"""Reports: the PDF of an audit, page by page."""
