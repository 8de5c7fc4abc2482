order.total default 0 + 1
