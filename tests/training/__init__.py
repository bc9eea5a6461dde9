"""What the line reader is trained on; the training itself needs PyTorch and is no test."""
