"""A standalone Spark cluster on loopback: a master and two workers of one core each.

`python -m tests.spark_cluster` starts one, says where its master listens and ends it with Ctrl+C.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HOST = "127.0.0.1"
PATIENCE = 60.0
"""Seconds in which the master has to listen."""


@dataclass(frozen=True, kw_only=True)
class Cluster:
    """Where the master listens, and the processes of the workers."""

    master: str
    workers: tuple[subprocess.Popen[bytes], ...]


@contextmanager
def spark_cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """The cluster; its logs and what its workers write are in `folder`."""
    port = _free_port()
    master = f"spark://{HOST}:{port}"
    started = [_start(folder, "master", f"--host {HOST} --port {port} --webui-port {_free_port()}")]
    try:
        _wait_for(port)
        for number in range(workers):
            options = f"--host {HOST} --webui-port {_free_port()} --cores 1 --memory 1g"
            work = folder / f"worker-{number}"
            started.append(
                _start(folder, f"worker-{number}", f"{options} --work-dir {work} {master}")
            )
        yield Cluster(master=master, workers=tuple(started[1:]))
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(timeout=PATIENCE)


def _start(folder: Path, name: str, options: str) -> subprocess.Popen[bytes]:
    import pyspark

    home = Path(pyspark.__file__).parent
    kind = name.partition("-")[0]
    entry = f"org.apache.spark.deploy.{kind}.{kind.capitalize()}"
    with (folder / f"{name}.log").open("wb") as log:
        return subprocess.Popen(
            [home / "bin" / "spark-class", entry, *options.split()],
            stdout=log,
            stderr=log,
            env={**os.environ, "SPARK_HOME": str(home), "PYSPARK_PYTHON": sys.executable},
        )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError(f"Spark's master does not listen on port {port}.")


def _show() -> None:
    folder = Path("spark-cluster")
    folder.mkdir(exist_ok=True)
    with spark_cluster(folder) as cluster:
        sys.stdout.write(f"{cluster.master}\n")
        sys.stdout.flush()
        try:
            cluster.workers[0].wait()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    _show()
