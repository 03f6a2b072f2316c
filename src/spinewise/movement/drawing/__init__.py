"""Drawing the figure as SVG."""
