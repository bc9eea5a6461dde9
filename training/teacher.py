"""A line reader that is there already, as the teacher of a new one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray
from torch import Tensor


class Teacher:
    """Says of each step of a strip what stands there: that shows a new network where letters lie.

    CTC alone finds that out after half a million lines (curve.csv), taught it takes a tenth of them.
    """

    def __init__(self, path: Path, threads: int) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self._session = onnxruntime.InferenceSession(str(path), options)

    def chances(self, strip: NDArray[np.uint8]) -> Tensor:
        """The chances of the classes at each step of a strip, in 16 bits."""
        ink = ((255.0 - strip[None, None]) / 255.0).astype(np.float32)
        found = self._session.run(["chances"], {"strips": ink})[0][0]
        return torch.from_numpy(found).half()
