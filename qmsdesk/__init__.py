"""qmsdesk leads auditors through internal audit days and improvement days, from invitation to finished report.

The house has floors; you may look down, never up: `__main__`, then the faces `ui` and `cli`, then `exchange`,
then the neighbours `store` and `report`, then `domain`, `settings` and `log`, then `policy`, and the ground `i18n` and
`paths`.
"""

__version__ = "0.1.0"
