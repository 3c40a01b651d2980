"""What a peer tells the runner: one JSON line for each change, with seconds since the process began."""

import json
import time

# The interpreter itself has used a little before this line.
_BEGUN = time.monotonic() - time.process_time()
_last: dict = {}


def elapsed() -> float:
    return time.monotonic() - _BEGUN


def tell(incumbent=None, bound=None) -> None:
    """Prints a line when one of the two has become better by more than rounding."""
    news = {}
    if incumbent is not None and abs(incumbent) < 1e29 and incumbent < _last.get("incumbent", 1e30) - 1e-6:
        news["incumbent"] = incumbent
    if bound is not None and abs(bound) < 1e29 and bound > _last.get("bound", -1e30) + 1e-6:
        news["bound"] = bound
    if news:
        _last.update(news)
        print(json.dumps({"seconds": round(elapsed(), 3), **news}), flush=True)


def done(status: str) -> None:
    print(json.dumps({"seconds": round(elapsed(), 3), "status": status}), flush=True)
