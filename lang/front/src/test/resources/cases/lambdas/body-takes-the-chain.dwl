orders map (order) -> order.lines filter (line) -> line.count > 1
