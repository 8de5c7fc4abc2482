%dw 2.0
fun double(x) = x * 2
var two = double(1)
