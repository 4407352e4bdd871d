"""From the records of the model to safe HTML fragments and plain values for the templates."""
