-- The request comes from the environment; the last lines hold the figures.
if os.getenv("BENCH_BODY") then
  local file = io.open(os.getenv("BENCH_BODY"), "rb")
  wrk.body = file:read("*a")
  file:close()
  wrk.method = "POST"
end
for name, variable in pairs({ ["Host"] = "BENCH_HOST", ["Content-Type"] = "BENCH_CONTENT_TYPE" }) do
  if os.getenv(variable) then
    wrk.headers[name] = os.getenv(variable)
  end
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format("errors: connect %d, read %d, write %d, status %d, timeout %d", errors.connect, errors.read, errors.write,
    errors.status, errors.timeout))
  print(string.format("figures %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
