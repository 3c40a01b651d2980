"""Reads the free MPS text that `rota program --format mps` writes: L rows, minimised, every bound given."""

from dataclasses import dataclass, field


@dataclass
class Mps:
    names: list[str] = field(default_factory=list)
    integer: list[bool] = field(default_factory=list)
    cost: list[float] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    # One list of (column, value) and one right-hand side for each row.
    rows: list[list[tuple[int, int]]] = field(default_factory=list)
    limits: list[float] = field(default_factory=list)


def read(path: str) -> Mps:
    mps = Mps()
    section = ""
    integer = False
    row_of: dict[str, int] = {}
    column_of: dict[str, int] = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith(" "):
                section = line.split(maxsplit=1)[0] if line.strip() else section
                continue
            words = line.split()
            if section == "ROWS":
                if words[0] == "L":
                    row_of[words[1]] = len(mps.rows)
                    mps.rows.append([])
                    mps.limits.append(0)
                elif words[0] != "N":
                    raise ValueError(f"row type {words[0]}")
            elif section == "COLUMNS":
                if words[1] == "'MARKER'":
                    integer = words[2] == "'INTORG'"
                    continue
                name, row, value = words[0], words[1], float(words[2])
                column = column_of.get(name)
                if column is None:
                    column = column_of[name] = len(mps.names)
                    mps.names.append(name)
                    mps.integer.append(integer)
                    mps.cost.append(0)
                    mps.lower.append(0)
                    mps.upper.append(float("inf"))
                if row == "cost":
                    mps.cost[column] += value
                else:
                    mps.rows[row_of[row]].append((column, whole(value)))
            elif section == "RHS":
                mps.limits[row_of[words[1]]] = float(words[2])
            elif section == "BOUNDS":
                column, value = column_of[words[2]], float(words[3])
                if words[0] in ("LO", "FX"):
                    mps.lower[column] = value
                if words[0] in ("UP", "FX"):
                    mps.upper[column] = value
    return mps


def whole(value: float) -> int:
    if value != int(value):
        raise ValueError(f"{value} is not whole")
    return int(value)
