import * from lib::Prices
import net as netto from lib::Prices
import lib::Prices as P
---
[gross(100), netto(119), P::rate, P::gross(10), {amount: 5} is P::Money]
