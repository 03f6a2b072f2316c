"""Pure functions from records to what a page shows. All words are made here or come from the knowledge base."""
