-- What wrk asks for in src/bench/web, and how it tells what came of it.
-- Arguments: page | sign-up | one-click, then for one-click a file of paths, the first of them to use, and how many.
-- Each request says that it comes from another network, as if a proxy had passed it on.
local kind, paths, sent = nil, {}, 0

function init(args)
  kind = args[1]
  if kind == "one-click" then
    local first, last, n = tonumber(args[3]), tonumber(args[3]) + tonumber(args[4]), 0
    for path in io.lines(args[2]) do
      n = n + 1
      if n > first and n <= last then paths[#paths + 1] = path end
    end
  end
end

function request()
  sent = sent + 1
  local from = string.format("%d.%d.%d.1", 20 + math.floor(sent / 65536) % 64, math.floor(sent / 256) % 256, sent % 256)
  local headers = {["X-Forwarded-For"] = from}
  if kind == "page" then return wrk.format("GET", nil, headers) end
  headers["Content-Type"] = "application/x-www-form-urlencoded"
  if kind == "one-click" then
    -- Leaving a second time would be less work.
    local path = paths[sent]
    return path and wrk.format("POST", path, headers, "List-Unsubscribe=One-Click") or wrk.format("GET", "/used-up", headers)
  end
  local body = "page=en&website=&topics=tech&frequency=every&language=en&time-zone=Europe/Berlin&name=Reader&email=reader"
    .. os.time() .. "." .. sent .. "@example.net"
  return wrk.format("POST", nil, headers, body)
end

function done(summary, latency)
  local wrong = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
  io.write(string.format("figures %d %.0f %.1f %.1f %.1f %d\n", summary.requests, summary.requests * 1e6 / summary.duration,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000, wrong))
end
