"""A second, naive reading of the model: whole lists, powers and slices, nothing shared with the engine but the case.

Slow on purpose. It exists to disagree with the engine when either has misread the specification.
"""

from __future__ import annotations

from typing import Any

Case = dict[str, Any]
Team = dict[str, list[float]]


def between(j: int, a: float, b: float) -> float:
    """How much of month j lies between a and b."""
    return max(0.0, min(j + 1, b) - max(j, a))


def discounts(case: Case) -> list[float]:
    factors = [1.0]
    for y in range(1, case["years"]):
        rate = next(band["rate"] for band in reversed(case["discount_rates"]) if band["from_year"] <= y)
        factors.append(factors[-1] / (1 + rate))
    return factors


class Oracle:
    def __init__(self, case: Case, events: dict[str, Case] | None = None) -> None:
        """`case` has every default filled in (`Case.as_json`).

        `events` of a draw, by option: `lost` and `frozen`, sets of years, and `withdrawn`, a year or None.
        """
        self.case = case
        self.events = events or {}
        self.T = 12 * case["years"]
        work, squad = case["employment"], case["squad"]
        self.S = sum(role["fte"] for role in squad)
        self.permanent = 0.0
        self.contractor = 0.0
        for role in squad:
            pay = role["salary"] * work["salary_multiplier"]
            insurance = work["ni_rate"] * max(0, pay - work["ni_threshold"])
            each = pay + insurance + (work["pension_rate"] + work["levy_rate"]) * pay + work["overhead_per_fte"]
            self.permanent += each * role["fte"] / self.S
            days = role["day_rate"] * work["day_rate_multiplier"] * work["contractor_days"]
            self.contractor += days * (1 + work["contractor_fee_rate"]) * role["fte"] / self.S
        self.per_contractor = work["contractor_productivity"] * work["contractor_days"] / work["standard_days"]
        self.per_permanent = work["permanent_productivity"] * work["permanent_days"] / work["standard_days"]

    def index(self, name: str, t: int) -> float:
        return float((1 + self.case["prices"][name]) ** (t // 12))

    def permanent_year(self, t: int) -> float:
        return self.permanent * self.index("pay_inflation", t)

    def contractor_year(self, option: Case, t: int) -> float:
        return self.contractor * option["contractor_rate_multiplier"] * self.index("contractor_inflation", t)

    def limit(self, option: Case, t: int) -> float | None:
        if option["annual_limit"] is None:
            return None
        return float(option["annual_limit"] * (1 + option["limit_indexation"]) ** (t // 12))

    # Each model appends month t to `team`, knowing whether the product is live and since when.

    def annual_cycle(self, option: Case, t: int, team: Team, live_month: int | None) -> None:
        y, j = divmod(t, 12)

        lost_years = self.events.get(option["id"], {}).get("lost", set())

        def funded(year: int) -> bool:
            meant = year >= 0 and (option["funded_years"] is None or year in option["funded_years"])
            return meant and year not in lost_years

        start = option["award_month"] + option["assembly_months"]
        research = option["research_months"]
        if funded(y - 1):
            research = research * (1 - option["knowledge_retained"])
        size = self.S * option["team_share"] if funded(y) else 0
        limit = self.limit(option, t)
        if limit is not None and start < 12:
            size = min(size, limit / (self.contractor_year(option, t) * (12 - start) / 12))
        c = size * between(j, start, 12)
        e = size * between(j, start + research, 12 - option["wind_down_months"]) * self.per_contractor
        p = 0.0
        if live_month is not None:
            p = self.S * option["support_share"]
            if funded(y):
                p *= 1 - between(j, start, 12)
            e += p * self.per_permanent
        lost = 0.0
        if j == 0 and funded(y - 1):
            lost = option["unfinished_work_lost"] * sum(team["e"][t - 12 : t])
        procured = 1 if funded(y) and j == option["award_month"] else 0
        self._append(team, c, p, e, bids=1 if j == 0 else 0, procurements=procured, lost=lost)

    def sustained_squad(self, option: Case, t: int, team: Team, live_month: int | None) -> None:
        def past(series: str, months_ago: int) -> float:
            return team[series][t - months_ago] if t - months_ago >= 0 else 0.0

        befallen = self.events.get(option["id"], {})
        sizes = option["size_by_year"] or [1]
        posts = self.S * sizes[min(t // 12, len(sizes) - 1)] if t >= option["approval_month"] else 0
        limit = self.limit(option, t)
        if limit is not None:
            posts = min(posts, limit / self.permanent_year(t))
        if befallen.get("withdrawn") is not None and t // 12 >= befallen["withdrawn"]:
            posts = 0
        before = past("p", 1)
        leave = 1 - (1 - option["attrition_rate"]) ** (1 / 12)
        stay = before * (1 - leave)
        kept = min(stay, posts)
        notice = (stay - kept) * (1 - option["redeployed_share"]) * option["redundancy_months"]
        arriving = past("campaigns", option["recruitment_months"])
        hires = min(arriving * (1 - option["campaign_failure_rate"]), posts - kept)
        p = kept + hires
        in_hand = sum(team["campaigns"][max(0, t - option["recruitment_months"] + 1) : t])
        launched = max(0, posts - p - in_hand)
        if option["recruits_per_month"] is not None:
            launched = min(launched, option["recruits_per_month"])
        if t // 12 in befallen.get("frozen", set()):
            launched = 0
        team["hires"].append(hires)
        team["survival"].append(kept / before if before else 1)
        ramp = option["ramp_up_months"]
        unproductive = 0.0
        for k in range(min(ramp, t + 1)):
            left = team["hires"][t - k]
            for month in range(t - k + 1, t + 1):
                left *= team["survival"][month]
            s = option["starting_productivity"]
            unproductive += left * (1 - min(1, s + (1 - s) * (k + 0.5) / ramp))
        first = option["approval_month"] + option["assembly_months"]
        c = 0.0
        if first <= t < first + option["cover_months"]:
            taken_over = p if option["handover_months"] == 0 else past("p", option["handover_months"])
            c = option["interim_cover"] * max(0, posts - taken_over)
            if limit is not None:
                left_over = max(0, limit - p * self.permanent_year(t))
                c = min(c, left_over / self.contractor_year(option, t))
        e = (p - unproductive) * self.per_permanent
        if t >= first + option["research_months"]:
            e += c * self.per_contractor
        covered = option["interim_cover"] > 0 and option["cover_months"] > 0
        procured = 1 if covered and t == option["approval_month"] else 0
        self._append(team, c, p, e, campaigns=launched, notice=notice, bids=1 if t == 0 else 0, procurements=procured)

    contractor_to_permanent = sustained_squad

    def capital_project(self, option: Case, t: int, team: Team, live_month: int | None) -> None:
        research, build = option["research_months"], option["build_months"]
        procurement = option["procurement_months"]
        starts = [option["approval_month"]]
        first_arrival = starts[0] + procurement
        if live_month is not None and option["rebuild_every_years"]:
            period = max(12 * option["rebuild_every_years"], procurement + research + build)
            arrival = max(live_month, first_arrival) + period
            while arrival - procurement <= self.T:
                starts.append(arrival - procurement)
                arrival += period
        c = p = e = 0.0
        on = False
        for number, s in enumerate(starts):
            begins, productive = s + procurement, s + procurement + research
            ends: float = productive + build
            if number == 0 and live_month is None:
                ends = float("inf")
            if begins <= t < ends:
                on = True
                c = self.S * option["build_share"]
                e = c * self.per_contractor if t >= productive else 0.0
        if not on and live_month is not None:
            p = self.S * option["support_share"]
            e = p * self.per_permanent
        self._append(team, c, p, e, bids=1 if t == 0 else 0, procurements=starts.count(t))

    def do_nothing(self, option: Case, t: int, team: Team, live_month: int | None) -> None:
        self._append(team, 0.0, 0.0, 0.0)

    @staticmethod
    def _append(team: Team, c: float, p: float, e: float, **others: float) -> None:
        team["c"].append(c)
        team["p"].append(p)
        team["e"].append(e)
        for name in ("campaigns", "notice", "bids", "procurements", "lost"):
            team[name].append(others.get(name, 0.0))

    def months(self, option: Case) -> list[Case]:
        """Each month of an option, as the result file has it."""
        product = self.case["product"]
        names = ("c", "p", "e", "campaigns", "notice", "bids", "procurements", "lost", "hires", "survival")
        team: Team = {name: [] for name in names}
        found: list[Case] = []
        progress, fitness, improvement = 0.0, 1.0, 1.0
        live_month: int | None = None
        decay = 1 - (1 - product["decay_rate"]) ** (1 / 12)
        recovery = 1 - (1 - product["recovery_rate"]) ** (1 / 12)
        factors = discounts(self.case)
        for t in range(self.T):
            if live_month is None and progress >= product["effort_to_live"] - 1e-9:
                live_month = t
            live = live_month is not None
            getattr(self, option["funding_model"])(option, t, team, live_month)
            e = team["e"][t]
            if not live:
                progress += e - team["lost"][t]
            recent = team["e"][max(0, t - 11) : t + 1]
            iterating = sum(recent) / len(recent)
            sustaining = product["sustaining_fte"]
            coverage = min(1, iterating / sustaining) if sustaining else 1.0
            adoption = 0.0
            if live_month is not None:
                fitness = fitness * (1 - decay * (1 - coverage)) + (1 - fitness) * recovery * coverage
                gain = product["improvement_rate"] / 12 * max(0, iterating - sustaining)
                improvement = min(1 + product["improvement_limit"], improvement + gain)
                n = t - live_month + 1
                share = min(1, n / product["adoption_months"]) if product["adoption_months"] else 1
                adoption = product["adoption_maximum"] * share
            benefit = adoption * fitness * improvement * product["annual_benefit"] / 12
            benefit *= (1 - self.case["benefit_haircut"]) * self.index("price_inflation", t)
            cost = self.cost(option, t, team, live)
            total = sum(cost.values())
            deflator = self.index("gdp_deflator", t)
            found.append({
                "month": t, "contractor_fte": team["c"][t], "permanent_fte": team["p"][t], "productive_fte": e,
                "campaigns": team["campaigns"][t], "progress": progress, "live": live, "coverage": coverage,
                "adoption": adoption, "fitness": fitness if live else 0.0, "improvement": improvement, "cost": cost,
                "cost_nominal": total, "cost_real": total / deflator, "cost_pv": total / deflator * factors[t // 12],
                "benefit_nominal": benefit, "benefit_real": benefit / deflator,
                "benefit_pv": benefit / deflator * factors[t // 12],
            })  # fmt: skip
        return found

    def cost(self, option: Case, t: int, team: Team, live: bool) -> dict[str, float]:
        pay, price = self.index("pay_inflation", t), self.index("price_inflation", t)
        has_team = option["funding_model"] != "do_nothing"
        contractors = team["c"][t] * self.contractor_year(option, t) / 12 if has_team else 0.0
        launching = team["campaigns"][t] * self.case["employment"]["recruitment_cost"]
        bidding = 0.0
        if has_team:
            bidding = team["procurements"][t] * option["procurement_cost"] + team["bids"][t] * option["bid_cost"]
        cost = {
            "permanent_staff": team["p"][t] * self.permanent / 12 * pay,
            "contractors": contractors,
            "recruitment_and_exit": (launching + team["notice"][t] * self.permanent / 12) * pay,
            "procurement_and_bids": bidding * price,
            "running": self.case["product"]["running_cost"] / 12 * price if live else 0.0,
        }
        cost["optimism_bias"] = self.case["optimism_bias"] * sum(cost.values())
        return cost

    def summary(self, option: Case, months: list[Case], baseline: list[Case] | None) -> Case:
        """The summary of an option; `baseline` is the first option's months, None for the first option itself."""

        def total(name: str) -> float:
            return float(sum(month[name] for month in months))

        def ratio(above: float, below: float) -> float | None:
            return above / below if below else None

        deflators = [self.index("gdp_deflator", t) for t in range(self.T)]
        permanent = sum(m["cost"]["permanent_staff"] / d for m, d in zip(months, deflators, strict=True))
        contractors = sum(m["cost"]["contractors"] / d for m, d in zip(months, deflators, strict=True))
        paid, productive = total("contractor_fte") + total("permanent_fte"), total("productive_fte")
        live = [m for m in months if m["live"]]
        overtakes = None
        if baseline is not None:
            ahead = behind = 0.0
            for t, (mine, theirs) in enumerate(zip(months, baseline, strict=True)):
                ahead += mine["benefit_pv"] - mine["cost_pv"]
                behind += theirs["benefit_pv"] - theirs["cost_pv"]
                if ahead < behind - 0.005:
                    overtakes = None
                elif overtakes is None:
                    overtakes = t
        by_year = [months[12 * y : 12 * y + 12] for y in range(self.case["years"])]
        return {
            "cost_nominal": total("cost_nominal"),
            "cost_real": total("cost_real"),
            "cost_pv": total("cost_pv"),
            "benefit_nominal": total("benefit_nominal"),
            "benefit_pv": total("benefit_pv"),
            "cashable_benefit_pv": self.case["product"]["cashable_share"] * total("benefit_pv"),
            "net_present_value": total("benefit_pv") - total("cost_pv"),
            "benefit_cost_ratio": ratio(total("benefit_pv"), total("cost_pv")),
            "paid_fte_months": paid,
            "productive_fte_months": productive,
            "productive_share": ratio(productive, paid),
            "staff_cost_per_productive_fte_month": ratio(permanent + contractors, productive),
            "contractor_share_of_staff_cost": ratio(contractors, permanent + contractors),
            "live_month": live[0]["month"] if live else None,
            "months_live": len(live),
            "months_without_team": sum(m["contractor_fte"] + m["permanent_fte"] <= 1e-9 for m in months),
            "months_fully_sustained": sum(m["coverage"] >= 1 - 1e-9 for m in live),
            "average_fitness": sum(m["fitness"] for m in live) / len(live) if live else None,
            "cost_by_year": [sum(m["cost_nominal"] for m in year) for year in by_year],
            "benefit_by_year": [sum(m["benefit_nominal"] for m in year) for year in by_year],
            "overtakes_baseline_month": overtakes,
        }

    def appraise(self) -> Case:
        months = [self.months(option) for option in self.case["options"]]
        return {
            "squad_fte": self.S,
            "permanent_cost_per_fte": self.permanent,
            "contractor_cost_per_fte": self.contractor,
            "permanent_per_contractor": self.contractor / self.permanent,
            "options": [
                {"id": option["id"], "months": each, "summary": self.summary(option, each, months[0] if n else None)}
                for n, (option, each) in enumerate(zip(self.case["options"], months, strict=True))
            ],
        }
