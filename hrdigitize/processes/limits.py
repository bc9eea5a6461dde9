"""Limits of a helper process, held by the operating system: rlimits on POSIX, a job object on Windows.

A helper steps back behind the program: where both want the processor, the window's thread has it at once.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a helper may use at most in its whole life.

    memory_bytes: address space. cpu_s: processor time, None for a long-lived helper. open_files:
    file descriptors. file_bytes: size of a file it writes. children: may start threads and processes.
    """

    memory_bytes: int
    cpu_s: int | None = None
    open_files: int = 64
    file_bytes: int = 0
    children: bool = False


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _LIMIT_PROCESS_TIME, _LIMIT_ACTIVE_PROCESS = 0x2, 0x8
    _LIMIT_PROCESS_MEMORY, _LIMIT_DIE_ON_ERROR, _LIMIT_KILL_ON_CLOSE = 0x100, 0x400, 0x2000
    _LIMIT_PRIORITY_CLASS, _BELOW_NORMAL = 0x20, 0x4000
    _EXTENDED_LIMIT_INFORMATION = 9
    _SET_QUOTA_AND_TERMINATE = 0x0100 | 0x0001

    class _BasicLimits(ctypes.Structure):
        """JOBOBJECT_BASIC_LIMIT_INFORMATION; times in units of 100 ns."""

        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; the six IO counters are unused."""

        _fields_ = (
            ("Basic", _BasicLimits),
            ("IoCounters", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def _kernel() -> ctypes.WinDLL:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        return kernel

    def confined(pid: int | None, limits: Limits) -> int | None:
        """Puts the new helper into a job with these limits, before it is fed; the job's handle.

        Not tried on a Windows machine yet. OSError when Windows refuses: then nothing is fed to it.
        """
        kernel = _kernel()
        wanted = _ExtendedLimits()
        wanted.Basic.LimitFlags = _LIMIT_PROCESS_MEMORY | _LIMIT_DIE_ON_ERROR | _LIMIT_KILL_ON_CLOSE
        wanted.Basic.LimitFlags |= _LIMIT_PRIORITY_CLASS
        wanted.Basic.PriorityClass = _BELOW_NORMAL
        if not limits.children:
            wanted.Basic.LimitFlags |= _LIMIT_ACTIVE_PROCESS
            wanted.Basic.ActiveProcessLimit = 1
        wanted.ProcessMemoryLimit = limits.memory_bytes
        if limits.cpu_s is not None:
            wanted.Basic.LimitFlags |= _LIMIT_PROCESS_TIME
            wanted.Basic.PerProcessUserTimeLimit = limits.cpu_s * 10_000_000
        job = kernel.CreateJobObjectW(None, None)
        process = kernel.OpenProcess(_SET_QUOTA_AND_TERMINATE, False, pid)  # noqa: FBT003 - Windows' own call
        held = kernel.SetInformationJobObject(
            job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(wanted), ctypes.sizeof(wanted)
        ) and kernel.AssignProcessToJobObject(job, process)
        fault = None if held else ctypes.WinError(ctypes.get_last_error())
        kernel.CloseHandle(process)
        if fault is not None:
            kernel.CloseHandle(job)
            raise fault
        return int(job)

    def release(job: int | None) -> None:
        """Closes the job; a helper that is still in it ends."""
        if job is not None:
            _kernel().CloseHandle(job)

    def confine_self(limits: Limits) -> None:
        """On Windows the parent does it, with a job object."""

else:
    import resource

    #: By so much a helper is nicer than the program; it gets a tenth of a processor that both want.
    _NICER = 10

    def confined(pid: int | None, limits: Limits) -> int | None:  # noqa: ARG001
        """On POSIX systems the helper confines itself before it loads anything."""
        return None

    def release(job: int | None) -> None:
        """Nothing to release on POSIX systems."""

    def confine_self(limits: Limits) -> None:
        """Holds this process to the limits from now on; they can be lowered later, never raised."""
        os.nice(_NICER)
        wanted = {
            resource.RLIMIT_CORE: 0,  # a core dump would hold personal data
            resource.RLIMIT_FSIZE: limits.file_bytes,
            resource.RLIMIT_NOFILE: limits.open_files,
        }
        if limits.cpu_s is not None:
            wanted[resource.RLIMIT_CPU] = limits.cpu_s
        if sys.platform == "linux":  # macOS knows the names but does not hold to them
            wanted[resource.RLIMIT_AS] = limits.memory_bytes
            if not limits.children:
                wanted[resource.RLIMIT_NPROC] = 0
        for kind, most in wanted.items():
            hard = resource.getrlimit(kind)[1]
            allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (allowed, allowed))
