import { completeSwitches } from "../../program/complete-switches.js";
import type { LinearForm } from "../../program/linear.js";
import { linearise } from "../../program/linear.js";
import type { Program } from "../../program/program.js";
import { type Subprogram, subprogram, wholePoint } from "../../program/subprogram.js";
import { solveColumns } from "../columns/solve.js";
import { solveKernel } from "../highs/kernel.js";
import { solveKeys } from "../highs/key-program.js";
import { useHighs } from "../highs/load.js";
import { type HighsLimits, solveMip } from "../highs/mip.js";
import { solveNear } from "../highs/near.js";
import { type Relaxation, relax } from "../highs/relax.js";
import { solveTableau } from "../javascript-lp-solver.js";
import { Keys } from "../keys.js";
import { search } from "../search/search.js";
import { jobResult } from "./job-result.js";
import type {
  FromThread,
  Job,
  JobResult,
  KernelJob,
  KeysJob,
  MipJob,
  NearJob,
  Presolve,
  RelaxJob,
  SearchJob,
  Step,
  ToThread,
} from "./messages.js";
import { unpackProgram } from "./pack.js";

/** The work of a solver thread: it holds one program and does one job at a time. */
export class Desk {
  private program: Program | null = null;
  private cancel: Int32Array | null = null;
  private formKey = "";
  private form: LinearForm | null = null;
  /** The relaxation of `form`; null: not solved yet. */
  private relaxation: Relaxation | null = null;
  private keys: Keys | null = null;

  constructor(private readonly send: (message: FromThread) => void) {}

  async take(message: ToThread): Promise<void> {
    try {
      if (message.kind === "highs") useHighs(message.module);
      else if (message.kind === "program") {
        this.program = unpackProgram(message.program);
        this.cancel = message.cancel;
        this.form = null;
        this.keys = null;
      } else {
        this.send({ kind: "done", result: await this.work(message.job) });
      }
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.send({ kind: "failed", detail });
    }
  }

  private work(job: Job): Promise<JobResult> | JobResult {
    switch (job.task) {
      case "search":
        return this.search(job);
      case "relax":
        return this.relaxed(job).then(({ result }) => result);
      case "keys":
        return this.keysJob(job);
      case "mip":
        return this.mip(job);
      case "kernel":
      case "near":
        return this.around(job);
      case "columns": {
        const stopped = this.stopper(job.milliseconds);
        return solveColumns(this.ready(), job, { stopped, report: this.send });
      }
      case "tableau":
        return solveTableau(this.ready(), this.formOf(job), job);
    }
  }

  private search(job: SearchJob): JobResult {
    const part = this.partOf(job);
    const found = search({
      program: part?.program ?? this.ready(),
      start: part === null ? job.start : null,
      seed: job.seed,
      moves: job.moves,
      heat: job.heat,
      guide: job.guide,
      target: job.target,
      stopped: this.stopper(job.milliseconds),
      onProgress: (values) => {
        if (values !== null) this.send({ kind: "values", values });
      },
    });
    const status = found.stopped ? "stopped" : "solved";
    const point =
      part === null || found.point === null ? found.point : wholePoint(part, found.point);
    return jobResult(status, point, null, found.moves);
  }

  /** What is left to search when keys are given; null: all. */
  private partOf({ keys: point }: SearchJob): Subprogram | null {
    if (point === null) return null;
    const program = this.ready();
    const keys = this.keysOf(program);
    const allowed = keys.allowed(point);
    const certain = keys.certain(point, allowed);
    return subprogram(
      program,
      allowed.map((one, v) => (certain[v] === 1 ? 0 : one)),
      certain,
    );
  }

  private async keysJob(job: KeysJob): Promise<JobResult> {
    const form = this.formOf(job);
    const { multipliers } = await this.relaxed(job);
    if (multipliers === null) return jobResult("limit", null, null);
    const program = this.ready();
    const hooks = { stopped: this.stopper(job.milliseconds), report: this.send };
    return solveKeys({ program, form, keys: this.keysOf(program), multipliers }, job, hooks);
  }

  private keysOf(program: Program): Keys {
    this.keys ??= new Keys(program);
    return this.keys;
  }

  private mip(job: MipJob): Promise<JobResult> {
    const program = this.ready();
    const free = job.free === null ? null : freeVariables(program, job.free);
    const task = {
      program,
      form: this.formOf(job),
      start: job.start,
      free,
      vertices: job.vertices,
    };
    const limits = { ...job, seconds: seconds(job.milliseconds) };
    const stopped = this.stopper(job.milliseconds);
    return solveMip(task, limits, { stopped, report: this.send });
  }

  private async relaxed(job: RelaxJob | KeysJob | KernelJob | NearJob): Promise<Relaxation> {
    const form = this.formOf(job);
    this.relaxation ??= await relax(form, seconds(job.milliseconds));
    return this.relaxation;
  }

  private async around(job: KernelJob | NearJob): Promise<JobResult> {
    const relaxation = await this.relaxed(job);
    const task = { program: this.ready(), form: this.formOf(job), relaxation };
    const presolve: Presolve =
      job.task === "kernel" && job.choice.by === "value" ? "quick" : "full";
    const rest = { stall: null, presolve, jump: false, seconds: seconds(job.milliseconds) };
    const limits: HighsLimits = { ...job, ...rest };
    const hooks = { stopped: this.stopper(job.milliseconds), report: this.send };
    return job.task === "near"
      ? solveNear({ ...task, ...job }, limits, hooks)
      : solveKernel({ ...task, ...job }, limits, hooks);
  }

  /** The form of a step; kept, since polishing asks for the same again and again. */
  private formOf(step: Step): LinearForm {
    const key = JSON.stringify([step.tier, step.limits]);
    if (this.form === null || this.formKey !== key) {
      this.form = linearise(this.ready(), step.tier, new Map(step.limits));
      this.formKey = key;
      this.relaxation = null;
    }
    return this.form;
  }

  private ready(): Program {
    if (this.program === null) throw new Error("a job came before the program");
    return this.program;
  }

  private stopper(milliseconds: number | null): (work?: number) => boolean {
    const end = milliseconds === null ? Number.POSITIVE_INFINITY : performance.now() + milliseconds;
    const cancel = this.cancel;
    return (work = 0) => {
      if (performance.now() >= end) return true;
      if (cancel === null) return false;
      const limit = Atomics.load(cancel, 1);
      return Atomics.load(cancel, 0) !== 0 || (limit > 0 && work > limit);
    };
  }
}

/** Variables of the free choices, and every switch that one of them turns. */
function freeVariables(program: Program, freeChoice: Uint8Array): Uint8Array {
  const free = new Uint8Array(program.variableCount);
  for (const [index, choice] of program.choices.entries()) {
    if (freeChoice[index] === 1) for (const variable of choice) free[variable] = 1;
  }
  return completeSwitches(program, free);
}

function seconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / 1000;
}
