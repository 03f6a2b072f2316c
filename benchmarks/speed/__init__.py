"""How fast the answers come: median and 95th percentile, on one core, warm; the command line as a whole process."""
