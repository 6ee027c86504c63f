-- Sends the requests of a file in turn and prints one line of numbers at the end.
-- The file is named by PARLANCE_BENCH_REQUESTS: method, path and body of a request on each line, between tabs.
local requests, sent = {}, 0

function init(arguments)
  local headers = { ["Authorization"] = "Bearer " .. os.getenv("PARLANCE_BENCH_TOKEN") }
  for line in io.lines(os.getenv("PARLANCE_BENCH_REQUESTS")) do
    local method, path, body = line:match("^(%u+)\t([^\t]*)\t(.*)$")
    headers["Content-Type"] = body ~= "" and "application/json" or nil
    requests[#requests + 1] = wrk.format(method, path, headers, body ~= "" and body or nil)
  end
end

function request()
  sent = sent + 1
  return requests[sent % #requests + 1]
end

function done(summary, latency, all)
  local errors = summary.errors
  print(string.format("MEASURED %d %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), summary.bytes, errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
