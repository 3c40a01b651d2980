"""OR-Tools CP-SAT on an MPS file whose numbers are all whole: cpsat_peer.py FILE SECONDS THREADS SEED"""

import sys

from ortools.sat.python import cp_model

import events
import mps as reader


def build(path: str) -> cp_model.CpModel:
    mps = reader.read(path)
    model = cp_model.CpModel()
    variables = [
        model.new_int_var(int(low), int(high), name)
        for low, high, name in zip(mps.lower, mps.upper, mps.names)
    ]
    for entries, limit in zip(mps.rows, mps.limits):
        if not entries:
            continue
        columns = [variables[column] for column, _ in entries]
        values = [value for _, value in entries]
        model.add(cp_model.LinearExpr.weighted_sum(columns, values) <= int(limit))
    costs = [(variable, reader.whole(cost)) for variable, cost in zip(variables, mps.cost) if cost]
    model.minimize(
        cp_model.LinearExpr.weighted_sum([variable for variable, _ in costs], [cost for _, cost in costs])
    )
    return model


class Listener(cp_model.CpSolverSolutionCallback):
    def on_solution_callback(self) -> None:
        events.tell(self.objective_value, self.best_objective_bound)


def main(path: str, seconds: float, threads: int, seed: int) -> None:
    model = build(path)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = threads
    solver.parameters.random_seed = seed
    solver.parameters.max_time_in_seconds = max(1.0, seconds - events.elapsed())
    solver.best_bound_callback = lambda bound: events.tell(None, bound)
    status = solver.solve(model, Listener())
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    events.tell(solver.objective_value if found else None, solver.best_objective_bound)
    events.done(solver.status_name(status))


main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
