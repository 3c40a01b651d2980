"""Native HiGHS on an MPS file: highs_peer.py FILE SECONDS THREADS SEED"""

import sys

import highspy

import events


def main(path: str, seconds: float, threads: int, seed: int) -> None:
    highs = highspy.Highs()
    options = {"output_flag": False, "threads": threads, "random_seed": seed, "mip_rel_gap": 0.0}
    for name, value in options.items():
        highs.setOptionValue(name, value)
    highs.readModel(path)
    highs.setOptionValue("time_limit", max(1.0, seconds - events.elapsed()))

    def heard(event) -> None:
        out = event.data_out
        events.tell(out.mip_primal_bound, out.mip_dual_bound)

    def improved(event) -> None:
        out = event.data_out
        events.tell(out.objective_function_value, out.mip_dual_bound)

    highs.cbMipImprovingSolution.subscribe(improved)
    highs.cbMipInterrupt.subscribe(heard)
    highs.run()
    info = highs.getInfo()
    feasible = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    events.tell(info.objective_function_value if feasible else None, info.mip_dual_bound)
    events.done(highs.modelStatusToString(highs.getModelStatus()))


main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
