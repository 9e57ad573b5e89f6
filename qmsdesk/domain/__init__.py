"""What is true: records and rules. Imports only the standard library, i18n and itself."""
