import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";

export interface ChildRequest {
  readonly command: string;
  readonly args: readonly string[];
  /** The process is killed after this. */
  readonly killAfterSeconds: number;
  /** Called for each line of stdout with the seconds since the start. */
  onLine?(line: string, seconds: number): void;
}

export interface ChildResult {
  /** From start to exit. */
  readonly seconds: number;
  /** Null: killed. */
  readonly exitCode: number | null;
  /** The most memory that the process had resident, in MB; null where /proc doesn't tell. */
  readonly peakMegabytes: number | null;
  /** The end of stderr. */
  readonly complaint: string;
}

const POLL_MILLISECONDS = 50;
const COMPLAINT_LENGTH = 400;

/** Runs a process to its end. Start no other meanwhile: the measurements would disturb each other. */
export function runChild(request: ChildRequest): Promise<ChildResult> {
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  const child = spawn(request.command, request.args, { stdio: ["ignore", "pipe", "pipe"] });
  let peak: number | null = null;
  let complaint = "";
  const look = () => {
    peak = Math.max(peak ?? 0, residentPeak(child.pid) ?? 0) || null;
  };
  const poll = setInterval(look, POLL_MILLISECONDS);
  const killer = setTimeout(() => child.kill("SIGKILL"), request.killAfterSeconds * 1000);
  createInterface({ input: child.stdout }).on("line", (line) => {
    look();
    request.onLine?.(line, seconds());
  });
  child.stderr.on("data", (data) => {
    complaint = (complaint + data).slice(-COMPLAINT_LENGTH);
  });
  return new Promise((resolve) => {
    const end = (exitCode: number | null) => {
      clearInterval(poll);
      clearTimeout(killer);
      resolve({
        seconds: seconds(),
        exitCode,
        peakMegabytes: peak === null ? null : peak / 1024,
        complaint: complaint.trim(),
      });
    };
    child.on("error", (error) => {
      complaint = error.message;
      end(null);
    });
    child.on("close", end);
  });
}

/** The high-water mark of resident memory in kB, which Linux keeps for every process. */
function residentPeak(pid: number | undefined): number | null {
  if (pid === undefined) return null;
  try {
    const match = /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return match ? Number(match[1]) : null;
  } catch {
    return null;
  }
}
