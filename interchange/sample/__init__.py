"""The sample portfolio: what the evidence states, marked as sourced, and what is made up around it, marked as that.

One module or file a noun holds the data; `load` writes it, `large` adds the made-up bulk that speed is measured on.
"""
