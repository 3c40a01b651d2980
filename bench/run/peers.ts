import { fileURLToPath } from "node:url";
import { type ChildResult, runChild } from "./child.js";
import { cbcNews, glpkNews } from "./logs.js";
import { type Measurement, measured, missing, type Problem } from "./measurement.js";
import type { RunOptions } from "./options.js";
import { GRACE_SECONDS } from "./ours.js";
import { type Found, pythonWith, systemProgram, yalpsModule } from "./packages.js";
import type { News } from "./trace.js";

/** Another solver on the MPS file. */
interface Peer {
  find(): Promise<Found>;
  command(found: string, mps: string, options: RunOptions): readonly [string, ...string[]];
  /** What a line of its output tells; null: nothing. */
  read(line: string, seconds: number): News | { readonly status: string } | null;
}

const script = (name: string) => fileURLToPath(new URL(`../../peers/${name}`, import.meta.url));

function pythonPeer(file: string, name: "highspy" | "ortools"): Peer {
  return {
    find: () => pythonWith(name),
    command: (python, mps, { seconds, threads, seed }) => [
      python,
      ...["-u", script(file), mps, `${seconds}`, `${threads}`, `${seed}`],
    ],
    read: jsonNews,
  };
}

/** The solvers that get the program as MPS. */
export const PEERS: Readonly<Record<string, Peer>> = {
  highs: pythonPeer("highs_peer.py", "highspy"),
  cpsat: pythonPeer("cpsat_peer.py", "ortools"),
  cbc: {
    find: () => systemProgram("cbc", ["-quit"]),
    command: (cbc, mps, { seconds, threads, seed }) => [
      ...(["stdbuf", "-oL", cbc, mps] as const),
      ...["-randomCbcSeed", `${seed}`, "-seconds", `${seconds}`, "-timeMode", "elapsed"],
      ...["-threads", `${threads}`, "-ratioGap", "0", "-solve", "-quit"],
    ],
    read: cbcNews,
  },
  glpk: {
    find: () => systemProgram("glpsol", ["--version"]),
    command: (glpsol, mps, { seconds }) => [
      ...(["stdbuf", "-oL", glpsol, "--freemps", mps] as const),
      ...["--tmlim", `${Math.ceil(seconds)}`, "--cuts"],
    ],
    read: glpkNews,
  },
  yalps: {
    find: yalpsModule,
    command: (module, mps, { seconds }) => [
      process.execPath,
      fileURLToPath(new URL("../children/yalps.js", import.meta.url)),
      ...[module, mps, `${seconds}`],
    ],
    read: jsonNews,
  },
};

/** Runs a peer, or says why it can't be. */
export async function runPeer(
  problem: Problem,
  name: string,
  options: RunOptions,
): Promise<Measurement> {
  const peer = PEERS[name]!;
  if (problem.mps === null) return missing(problem, name, "no program: no rota to hold tier 1 to");
  const found = await peer.find();
  if ("missing" in found) return missing(problem, name, found.missing);
  const [command, ...args] = peer.command(found.path, problem.mps, options);
  const news: News[] = [];
  let status = "";
  const result: ChildResult = await runChild({
    command,
    args,
    killAfterSeconds: options.seconds + GRACE_SECONDS,
    onLine: (line, seconds) => {
      const told = peer.read(line, seconds);
      if (told && "status" in told) status = told.status;
      else if (told) news.push(told);
    },
  });
  return measured(problem, name, news, result, status);
}

function jsonNews(line: string): News | { readonly status: string } | null {
  return line.startsWith("{") ? (JSON.parse(line) as News | { status: string }) : null;
}
