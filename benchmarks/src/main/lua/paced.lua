-- Each connection rests 3 ms between an answer and its next request: 64 of them ask some 17,000 times a second.
function delay()
  return 3
end
