// Loaded before everything else, in the solver's threads too: there it does what ROTA_TEST_FAULT says.
const { isMainThread } = require("node:worker_threads");

if (!isMainThread) {
  const fault = process.env.ROTA_TEST_FAULT;
  if (fault === "dies") setTimeout(() => process.exit(9), 1);
  if (fault === "memory") {
    WebAssembly.instantiate = () => {
      throw new RangeError("WebAssembly.Memory(): could not allocate memory");
    };
    WebAssembly.instantiateStreaming = WebAssembly.instantiate;
  }
}
