%dw 2.0
output application/json
import product from dwl::modules::roastery
---
payload map ((row) -> product(row))
