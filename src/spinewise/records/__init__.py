"""The database: people, their interviews and plans, and an audit trail that only grows."""
