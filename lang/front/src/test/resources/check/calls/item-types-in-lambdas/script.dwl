[{name: "x"}] map ((item, index) -> item.nme ++ sqrt(item))
