-- What wrk asks for and how: the addresses of a file in any order, each connection pausing between
-- two requests for a time drawn by lot around a mean, so that nobody marches in step.
-- Arguments: a file of paths, one a line; the mean pause in milliseconds.

local paths = {}
local pause = 0

function init(args)
  for path in io.lines(args[1]) do paths[#paths + 1] = path end
  pause = tonumber(args[2])
  math.randomseed(os.time())
end

function request()
  return wrk.format("GET", paths[math.random(#paths)])
end

function delay()
  return pause > 0 and math.random(0, 2 * pause) or 0
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("told %d %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.timeout + errors.status))
end
