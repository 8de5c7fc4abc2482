"a" as Binary {encoding: "klingon"}
