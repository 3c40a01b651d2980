import type { Session } from "./session.js";
import type { Hand } from "./thread/hand.js";
import type { JobResult, Step } from "./thread/messages.js";

/** The relaxations of steps, each solved once. */
export class Relaxations {
  private readonly known = new Map<string, JobResult>();

  constructor(
    private readonly session: Session,
    private readonly hand: Hand,
  ) {}

  /** Null: its thread failed or was cut off. */
  async of(step: Step): Promise<JobResult | null> {
    const key = JSON.stringify([step.tier, step.limits]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const milliseconds = this.session.remaining();
    const job = { task: "relax", ...step, milliseconds } as const;
    const result = await this.session.run(this.hand, job, "bound");
    if (result !== null) this.known.set(key, result);
    return result;
  }

  /** That of every tier, each as if the tiers before it met their bounds, as they mostly can. */
  async ofAllTiers(): Promise<void> {
    const limits: (readonly [tier: number, limit: number])[] = [];
    for (let tier = 1; tier <= this.session.request.program.tierCount; tier++) {
      if (this.session.over()) return;
      const bound = (await this.of({ tier, limits: [...limits] }))?.bound ?? null;
      if (bound === null) return;
      limits.push([tier, bound]);
    }
  }
}
