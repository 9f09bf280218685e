-- Each request is a new ping.
wrk.method = "POST"
wrk.body = '{"message":"Deploy now?","urgency":"low"}'
wrk.headers["Content-Type"] = "application/json"
