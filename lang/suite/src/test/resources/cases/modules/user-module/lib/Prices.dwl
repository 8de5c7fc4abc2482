%dw 2.0
var rate = 0.19
type Money = {amount: Number}
fun gross(n: Number) = n * (1 + rate)
fun net(g: Number) = g / (1 + rate)
