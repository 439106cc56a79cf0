/* The annual fund's recurrence as a C compiler makes it fastest: 64 draws at a time, months outside. For the benchmark
   alone: what this machine could do at best. Arrays of inputs have a value a draw; figures are in rows of `draws`. */
#include <math.h>
#define W 64
#define LANES for (int i = 0; i < W; i++)
static inline double least(double a, double b) { return a < b ? a : b; }
static inline double most(double a, double b) { return a > b ? a : b; }

void annual(int draws, int years, const double *fixed, const double *discount, const double *effort,
            const double *benefit_a_year, const double *contractor_cost, const double *assembly, const double *pay_rate,
            const double *funded, double *figures, double *costs, double *benefits)
{
    const double size = fixed[0], permanent = fixed[1], per_c = fixed[2], per_p = fixed[3], award = fixed[4],
        research = fixed[5], wind_down = fixed[6], retained = fixed[7], loses = fixed[8], support = fixed[9],
        procurement_cost = fixed[10], bid_cost = fixed[11], sustaining = fixed[12], running = fixed[13],
        decay = fixed[14], recovery = fixed[15], adoption_most = fixed[16], adoption_months = fixed[17],
        rate_growth = fixed[18], price_growth = fixed[19], deflator_growth = fixed[20];
    for (int first = 0; first + W <= draws; first += W) {
        double progress[W] = {0}, fit[W], live[W] = {0}, since[W], year_effort[W] = {0}, recent[13][W] = {{0}},
            pay[W], before[W] = {0}, won[W], start[W], work[W], cost_y[W], benefit_y[W], staff_y[W], hired_y[W],
            sums[10][W] = {{0}};
        LANES { fit[i] = 1; since[i] = 1e9; pay[i] = 1; won[i] = 0; }
        double rates = 1, price = 1, deflator = 1;
        for (int y = 0; y < years; y++) {
            if (y) { rates *= rate_growth; price *= price_growth; deflator *= deflator_growth; }
            double value = discount[y] / deflator;
            LANES {
                if (y) pay[i] *= 1 + pay_rate[first + i];
                before[i] = won[i]; won[i] = funded[(long)y * draws + first + i];
                start[i] = award + assembly[first + i];
                work[i] = start[i] + research * (1 - retained * before[i]);
                cost_y[i] = benefit_y[i] = staff_y[i] = hired_y[i] = 0;
            }
            for (int j = 0; j < 12; j++) {
                int t = 12 * y + j;
                double mean = 1.0 / (t < 11 ? t + 1 : 12), goes_on = j ? 1 : 0, procures = j == award ? 1 : 0, bid = j ? 0 : bid_cost;
                LANES {
                    double goes = (live[i] == 0) & (progress[i] >= effort[first + i] - 1e-9) ? 1 : 0;
                    since[i] = goes > 0 ? t : since[i]; live[i] = goes > 0 ? 1 : live[i];
                    double present = most(0, least(j + 1, 12) - most(j, start[i]));
                    double c = size * won[i] * present, p = live[i] * size * support * (1 - won[i] * present);
                    double e = size * won[i] * most(0, least(j + 1, 12 - wind_down) - most(j, work[i])) * per_c + p * per_p;
                    double lost = j ? 0 : before[i] * loses * year_effort[i];
                    double this_year = goes_on * year_effort[i] + e;
                    year_effort[i] = this_year;
                    double iterating = (recent[j + 1][i] + this_year) * mean;
                    recent[j][i] = e;
                    double covered = least(1, iterating / sustaining);
                    double f = fit[i] * (1 - decay * (1 - covered)) + (1 - fit[i]) * recovery * covered;
                    fit[i] = live[i] > 0 ? f : 1;
                    double adopted = live[i] * adoption_most * least(1, most(0, t + 1 - since[i]) / adoption_months);
                    progress[i] += (1 - live[i]) * (e - lost);
                    double gain = adopted * fit[i] * benefit_a_year[first + i] / 12 * price;
                    double staff = p * permanent * pay[i] / 12, hired = c * contractor_cost[first + i] * rates / 12;
                    double bids = (procures * won[i] * procurement_cost + bid) * price;
                    double cost = staff + hired + bids + live[i] * running / 12 * price;
                    cost_y[i] += cost; benefit_y[i] += gain; staff_y[i] += staff; hired_y[i] += hired;
                    sums[0][i] += c + p; sums[1][i] += e; sums[2][i] += c + p <= 1e-9 ? 1 : 0;
                    sums[3][i] += covered >= 1 - 1e-9 ? live[i] : 0; sums[4][i] += live[i] * fit[i];
                }
            }
            for (int m = 11; m >= 0; m--) LANES recent[m][i] += recent[m + 1][i];
            LANES {
                costs[(long)y * draws + first + i] = cost_y[i]; benefits[(long)y * draws + first + i] = benefit_y[i];
                sums[5][i] += cost_y[i] * value; sums[6][i] += benefit_y[i] * value;
                sums[7][i] += cost_y[i] / deflator; sums[8][i] += staff_y[i] / deflator; sums[9][i] += hired_y[i] / deflator;
            }
        }
        for (int k = 0; k < 10; k++) LANES figures[(long)k * draws + first + i] = sums[k][i];
        LANES figures[10L * draws + first + i] = since[i];
    }
}
