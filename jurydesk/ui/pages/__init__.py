"""The pages of the window, one module each; `registry` lists them in the order of the rail."""
