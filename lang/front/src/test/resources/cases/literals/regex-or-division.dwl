[a / b / c, a replace /b\/c/ with "d", /[a-z]+/, x scan(/(\d)/), (1) / 2]
