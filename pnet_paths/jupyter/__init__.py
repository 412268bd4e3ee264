"""Running JupyterLab and Voila on our notebooks."""
