%dw 2.0
output application/json
import stock from dwl::modules::roastery
---
payload map ((row) -> stock(row))
