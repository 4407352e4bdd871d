"""From checked values to the records of the model."""
