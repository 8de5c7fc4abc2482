output application/xml
ns o http://orders
---
o#orders: {(payload map {o#order @(id: $.id): {name: $.name, (note: $.note) if $.note?}})}
